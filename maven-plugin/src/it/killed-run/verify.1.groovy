assert new File(basedir, 'target/generated-sources/whittle/shop/model/PutItemRequest.java').isFile()
context.logged = new File(basedir, 'build.log').getText('UTF-8').length()
return true
