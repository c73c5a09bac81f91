def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('READY ViewPort{width=800, height=600} from a module')
assert log.readLines().findAll { it.startsWith('[WARNING]') } == []
