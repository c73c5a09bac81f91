def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains("""\
 on project bad-parameters: 4 problems with the configuration:
[ERROR]   - modelArtifact: the artifact 'shop-model' is not of the form\
 groupId:artifactId[:extension[:classifier]][:version]: it has 1 part
[ERROR]   - packageName 'com.my-shop' is not a name that Java allows
[ERROR]   - includeOperations: 'Get Cart' is neither the name of an operation nor a pattern with * and ?
[ERROR]   - includeOperations holds an empty entry
""".denormalize())
assert !log.contains('\tat ')
assert !new File(basedir, 'target/maven-status').exists()
assert !new File(basedir, 'target/generated-sources').exists()
