package com.example;

import java.util.ArrayList;
import java.util.List;
import shop.ShopClient;
import shop.model.CartStatus;
import shop.model.GetCartResponse;
import shop.model.Item;

final class App {
    private final ShopClient shop;

    App(ShopClient shop) {
        this.shop = shop;
    }

    List<String> shoppingList(String cartId) {
        GetCartResponse cart = shop.getCart(r -> r.cartId(cartId));
        List<String> lines = new ArrayList<>();
        for (Item item : cart.items()) {
            lines.add(item.quantity() + " " + item.name());
        }
        return cart.status() == CartStatus.ORDERED ? List.of() : lines;
    }
}
