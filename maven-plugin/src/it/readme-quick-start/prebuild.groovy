// Writes the files of the README's quick start into this folder, as they stand there.
def lines = new File(readme).readLines('UTF-8')
def blocks = [:]
lines.eachWithIndex { line, i ->
    def marker = line =~ /<!-- quick-start: (\S+) -->/
    if (marker.matches()) {
        assert lines[i + 1].startsWith('```'): "no code block follows line ${i + 1} of the README"
        def end = (i + 2..<lines.size()).find { lines[it] == '```' }
        assert blocks.put(marker.group(1), lines.subList(i + 2, end).join('\n') + '\n') == null
    }
}
assert blocks.keySet() == ['pom.xml', 'src/main/java/com/example/Main.java', 'run'] as Set

def goals = new Properties()
new File(basedir, 'invoker.properties').withInputStream { goals.load(it) }
assert blocks.remove('run') == "mvn ${goals['invoker.goals']}\n"

blocks.each { path, text ->
    def file = new File(basedir, path)
    assert !file.exists()
    file.parentFile.mkdirs()
    file.setText(text, 'UTF-8')
}
return true
