new File(basedir, 'target/image').deleteDir()
return true
