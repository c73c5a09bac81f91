package com.example;

import com.example.store.StoreClient;
import com.example.store.model.Item;
import com.example.store.model.ItemMissing;

/** Uses the client as one of any other model. */
final class Items {
    private Items() {}

    static int count(StoreClient client, String key) {
        client.putItem(r -> r.key(key).item(i -> i.value("v").count(1)));
        try {
            Item item = client.getItem(r -> r.key(key)).item();
            return item == null || item.count() == null ? 0 : item.count();
        } catch (ItemMissing e) {
            return e.statusCode();
        }
    }
}
