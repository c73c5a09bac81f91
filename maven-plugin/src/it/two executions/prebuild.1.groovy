// Folders with spaces and, where file names may hold them, other letters than those of ASCII.
def utf8 = 'UTF-8'.equalsIgnoreCase(System.getProperty('sun.jnu.encoding'))
def folder = new File(basedir, utf8 ? 'modèles et 模型' : 'models of services')
assert new File(basedir, 'models').renameTo(folder)

def properties = new Properties()
properties.setProperty('models', folder.path)
properties.setProperty('output', new File(basedir, utf8 ? 'target/généré ici' : 'target/generated here').path)
context.output = properties.getProperty('output')
new File(basedir, 'test.properties').withOutputStream { properties.store(it, null) }
return true
