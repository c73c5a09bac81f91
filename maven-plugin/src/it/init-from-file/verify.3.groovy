def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains("the folder ${new File(basedir, 'somewhere').path} is not empty, it holds .gitignore, README.md, pom.xml, src, target:" +
    ' nothing is overwritten; name a new folder with -DoutputDirectory')
assert !log.contains('\tat ')
assert new File(basedir, 'somewhere/pom.xml').text == context.pom
return true
