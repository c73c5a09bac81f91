package shop;

/** Written by hand. */
public interface ShopClient {}
