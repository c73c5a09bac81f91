def project = new File(basedir, 'somewhere')

assert new File(project, 'src/main/service-model/shop/service-2.json').bytes == new File(basedir, 'models/shop.json').bytes
assert new File(project, 'src/main/java/org/acme/cart/Main.java').getText('UTF-8') == '''\
package org.acme.cart;

import dev.whittle.runtime.error.CallException;
import org.acme.cart.shop.ShopClient;
import org.acme.cart.shop.model.GetCartResponse;

public class Main {
    public static void main(String[] args) {
        try (ShopClient client = ShopClient.builder().region("us-east-1").build()) {
            // Put values of your own here.
            GetCartResponse response = client.getCart(r -> r.cartId("cartId"));
            System.out.println(response);
        } catch (CallException e) {
            System.out.println(e.getMessage());
        }
    }
}
'''
context.pom = new File(project, 'pom.xml').text
return true
