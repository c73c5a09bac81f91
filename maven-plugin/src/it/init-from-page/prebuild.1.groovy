def lines = new File(new File(readme).parentFile, 'docs/writing-a-model.md').readLines('UTF-8')
context.block = { String kind ->
    def start = lines.findIndexOf { it == "<!-- $kind -->".toString() } + 2
    def end = (start..<lines.size()).find { lines[it] == '```' }
    lines.subList(start, end).join('\n') + '\n'
}
def goals = new Properties()
new File(basedir, 'invoker.properties').withInputStream { goals.load(it) }
def command = goals['invoker.goals.1'].replace('${project.version}', whittleVersion).replace('=*', '="*"')
assert context.block('command').readLines() == ["mvn $command".toString(), 'cd orders-app']

new File(basedir, 'orders.json').setText(context.block('model'), 'UTF-8')
new File(basedir, 'orders-app').deleteDir()
return true
