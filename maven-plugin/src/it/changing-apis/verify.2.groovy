def log = new File(basedir, 'build.log').getText('UTF-8')
def step = log.substring(context.logged)
assert step.contains('[INFO] Compared with lock file whittle.lock.json of 1.0.0.')
assert step =~ /\[ERROR] src\/main\/service-model\/shop\/service-2\.json:\[\d+,\d+] API407 .*Item.quantity/
assert step.contains(new File(basedir, 'changed.txt').getText('UTF-8'))
assert step.contains('com.example.App.shoppingList(App.java:21)')
assert step.contains('1 change is not allowed')
assert step.contains('the version 1.1.0 promises too little: the changes since 1.0.0 need 2.0.0 at least')

def reports = new File(basedir, 'target/whittle-check')
assert reports.list().sort() == ['whittle-check.html', 'whittle-check.json', 'whittle-check.md', 'whittle-check.sarif']
reports.eachFile { assert it.getText('UTF-8').contains('API407') }
context.logged = log.length()
return true
