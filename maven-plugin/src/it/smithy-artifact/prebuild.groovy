import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

def folder = new File(localRepositoryPath, 'com/example/api/models/store/1.0.3')
folder.deleteDir()
folder.mkdirs()
new ZipOutputStream(new FileOutputStream(new File(folder, 'store-1.0.3.jar'))).withCloseable { jar ->
    jar.putNextEntry(new ZipEntry('META-INF/smithy/manifest'))
    jar.write('store.json\n'.getBytes('UTF-8'))
    jar.putNextEntry(new ZipEntry('META-INF/smithy/store.json'))
    jar.write(new File(basedir, 'store.json').bytes)
}
new File(folder, 'store-1.0.3.pom').text = '''<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example.api.models</groupId>
  <artifactId>store</artifactId>
  <version>1.0.3</version>
  <dependencies>
    <dependency>
      <groupId>com.example.nowhere</groupId>
      <artifactId>traits-of-the-model</artifactId>
      <version>9.9</version>
    </dependency>
  </dependencies>
</project>
'''
return true
