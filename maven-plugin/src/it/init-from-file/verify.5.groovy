def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains("""\
3 problems with the configuration:
[ERROR]   - no model is named: set -DmodelArtifact=groupId:artifactId:version, or -DmodelFile=path
[ERROR]   - artifactId 'a/b' holds something else than letters, digits, '.', '-' and '_'
[ERROR]   - groupId 'my-shop' is not a name that Java allows for a package: set -Dpackage
""".denormalize())
assert !log.contains('\tat ')
context.logged = new File(basedir, 'build.log').getText('UTF-8').length()
return true
