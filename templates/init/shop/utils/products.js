/* What the shop sells. Ask your own server here, with my.request. */
export const products = [
  { id: "cup", name: "陶瓷杯", about: "手作，350 毫升", price: 68 },
  { id: "pot", name: "玻璃壶", about: "耐热，600 毫升", price: 128 },
  { id: "tea", name: "高山乌龙", about: "春茶，100 克", price: 96 },
  { id: "box", name: "竹茶盒", about: "密封，可放 200 克", price: 58 },
];

export const find = (id) => products.find((product) => product.id === id);
