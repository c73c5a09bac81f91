module com.example.consumer {
    requires com.example.shop;
}
