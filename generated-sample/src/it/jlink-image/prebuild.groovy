import java.nio.file.Files
import java.nio.file.StandardCopyOption

// The calls of the demo, as the demo makes them.
def demo = 'java/dev/whittle/bedrockagentcore/demo'
def tests = new File(basedir.parentFile.parentFile.parentFile, "src/test/$demo")
['Walkthrough.java', 'Page.java'].each {
    Files.copy(new File(tests, it).toPath(), new File(basedir, "src/main/$demo/$it").toPath(), StandardCopyOption.REPLACE_EXISTING)
}
new File(basedir, 'target/image').deleteDir()
return true
