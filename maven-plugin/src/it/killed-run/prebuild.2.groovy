import java.nio.file.Files
import java.util.concurrent.TimeUnit

def model = new File(basedir, 'src/main/service-model/shop/service-2.json')
def sources = new File(basedir, 'target/generated-sources/whittle/shop/model')
def status = new File(basedir, 'target/maven-status/whittle/generate/default')
def names = (1000..<1800).collect { "Part$it" }

// One operation less, and many structures more, each with a member that no earlier round has.
def text = model.getText('UTF-8')
def start = text.indexOf('    "PutItem": {')
def comma = text.lastIndexOf(',', start)
text = text.substring(0, comma) + text.substring(text.indexOf('\n    }\n', start) + 6)
def grown = { round ->
    def parts = names.collect { "\"$it\": {\"type\": \"structure\", \"members\": {\"round$round\": {\"shape\": \"String\"}}}," }
    def members = { it.collect { "\"${it.toLowerCase()}\": {\"shape\": \"$it\"}" }.join(', ') }
    // A class is given so many members and no more.
    def halves = names.collate(names.size().intdiv(2))
    def shapes = parts + halves.withIndex().collect { half, i -> "\"Half$i\": {\"type\": \"structure\", \"members\": {${members(half)}}}," }
    text.replace('"shapes": {', '"shapes": {\n' + shapes.join('\n'))
        .replace('"members": {"items"', '"members": {' + members(['Half0', 'Half1']) + ', "items"')
}

def mavenHome = System.getProperty('maven.home')
def command = [mavenHome + '/bin/mvn', '-B', '-s', new File(basedir.parentFile, 'interpolated-settings.xml').path,
    '-Dmaven.repo.local=' + localRepositoryPath, 'generate-sources']
def log = new File(basedir, 'killed.log')

// A round that comes to its end before it is noticed to write shows nothing; then there is another.
def killed = (1..10).any { round ->
    model.setText(grown(round), 'UTF-8')
    def first = new File(sources, names.first() + '.java').toPath()
    def before = Files.exists(first) ? Files.getLastModifiedTime(first) : null
    def builder = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true).redirectOutput(log)
    builder.environment().MAVEN_OPTS = '-XX:TieredStopAtLevel=1 -Daether.offline.protocols=file'
    def maven = builder.start()
    while (maven.alive && (Files.exists(first) ? Files.getLastModifiedTime(first) : null) == before) {
        Thread.sleep(1)
    }
    (maven.descendants().toList() + maven.toHandle())*.destroyForcibly()
    assert maven.waitFor(1, TimeUnit.MINUTES)
    def written = names.count { new File(sources, it + '.java').with { it.exists() && it.text.contains("round$round()") } }
    assert written > 0: log.text
    assert !log.text.contains('[ERROR]')
    written < names.size()
}
assert killed
assert !new File(status, 'fingerprint').exists()
assert new File(status, 'files').readLines('UTF-8')[0] == 'whittle-manifest 1 pending'
return true
