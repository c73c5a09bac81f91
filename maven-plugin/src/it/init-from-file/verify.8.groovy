def said = new File(basedir, 'build.log').getText('UTF-8').substring(context.logged)
assert said.contains("""\
[ERROR] models/openapi.yaml SVC0113 the file is an OpenAPI 3.0.3 description, not a service model in the form of service-2.json
        hint: """.denormalize())
assert said.contains('[ERROR] 1 problem, nothing was written.')
