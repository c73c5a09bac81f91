import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

def entry = 'META-INF/service-model/shop/service-2.json'
def model = new File(basedir, 'model/src/main/resources/' + entry)
def text = model.getText('UTF-8')
def edited = text.replace('"/carts/{cartId}/items"', '"/carts/{cartId}/item"')
assert edited != text
model.setText(edited, 'UTF-8')

// The former model in a file, and in the version of its artifact before this one.
new File(basedir, 'old.json').setText(text, 'UTF-8')
def folder = new File(localRepositoryPath, 'com/example/shop-model/0.9')
folder.mkdirs()
new File(folder, 'shop-model-0.9.pom').setText('''<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>shop-model</artifactId>
  <version>0.9</version>
</project>
''', 'UTF-8')
new ZipOutputStream(new FileOutputStream(new File(folder, 'shop-model-0.9.jar'))).withCloseable { zip ->
    zip.putNextEntry(new ZipEntry(entry))
    zip.write(text.getBytes('UTF-8'))
}
return true
