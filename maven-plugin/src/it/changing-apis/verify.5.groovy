def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.substring(context.logged).contains(
        '[INFO] Accepted 1 change in whittle.accepted.json, kept 0, removed 0 stale ones.')
def accepted = new File(basedir, 'whittle.accepted.json').getText('UTF-8')
assert accepted.replaceAll(/"date": "\d{4}-\d\d-\d\d"/, '"date": "2026-11-30"') ==
        new File(basedir, 'expected.accepted.json').getText('UTF-8')
context.logged = log.length()
return true
