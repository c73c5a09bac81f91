def git(String... arguments) {
    def command = ['git', '-C', basedir.path, '-c', 'user.name=Test', '-c', 'user.email=test@example.com'] + (arguments as List)
    def process = command.execute()
    process.waitForProcessOutput()
    assert process.exitValue() == 0 : command
}

def edit(String path, Map<String, String> replacements) {
    def file = new File(basedir, path)
    def text = file.getText('UTF-8')
    replacements.each { old, replacement ->
        assert text.contains(old)
        text = text.replace(old, replacement)
    }
    file.setText(text, 'UTF-8')
}

git('init', '-q')
git('add', 'pom.xml', 'src', 'whittle.lock.json')
git('commit', '-q', '-m', 'The shop')

// An int becomes an Integer: sources compile, classes do not link.
edit('src/main/service-model/shop/service-2.json', [
    '"required": ["name", "quantity"]': '"required": ["name"]',
    '"OPEN", "ORDERED"': '"OPEN", "ORDERED", "PAID"'
])
edit('pom.xml', ['<version>1.0.0</version>': '<version>1.1.0</version>'])
return true
