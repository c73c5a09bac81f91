assert !new File(basedir, 'build.log').getText('UTF-8').contains('Downloading from central')

// What the page lists, and no more.
def deployed = new File(basedir, 'repository/dev/whittle').listFiles().findAll { it.directory }*.name.sort()
assert deployed.containsAll(['whittle-maven-plugin', 'whittle-runtime'])
def page = new File(new File(readme).parentFile, 'docs/company-repository.md').readLines('UTF-8')
assert page.findAll { it.startsWith('| `') }.collect { it.split('`')[1] }.sort() == deployed
return true
