def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.normalize().contains(context.block('prints'))
assert !log.contains('[ERROR]') && !log.contains('[WARNING]')
return true
