import { find, ices, sizes, sugars, toppings } from "./menu";

const OFF = { from: 4000, cut: 500 };

const named = (options, id) => options.find((option) => option.id === id);

/** 一杯的价钱：饮品、杯型与小料相加。 */
export function unitPrice(drink, choice) {
  const added = toppings.filter(({ id }) => choice.toppings.includes(id));
  return added.reduce((sum, { extra }) => sum + extra, drink.price + named(sizes, choice.size).extra);
}

/** 购物车里的一行。选得一样的两杯有同一个 key。 */
export function line(id, choice, count) {
  const drink = find(id);
  const added = toppings.filter((topping) => choice.toppings.includes(topping.id));
  const words = [named(sizes, choice.size), named(sugars, choice.sugar), named(ices, choice.ice), ...added].map(
    ({ name }) => name
  );
  return {
    key: [id, choice.size, choice.sugar, choice.ice, ...added.map((topping) => topping.id)].join("-"),
    id,
    name: drink.name,
    cover: drink.cover,
    words: words.join(" · "),
    price: unitPrice(drink, choice),
    count,
  };
}

export function add(lines, added) {
  const same = lines.find(({ key }) => key === added.key);
  return same ? setCount(lines, added.key, same.count + added.count) : [...lines, added];
}

/** 数量为零的一行不再留下。 */
export function setCount(lines, key, count) {
  return lines.map((kept) => (kept.key === key ? { ...kept, count } : kept)).filter((kept) => kept.count > 0);
}

export function total(lines) {
  const count = lines.reduce((sum, kept) => sum + kept.count, 0);
  const sum = lines.reduce((all, kept) => all + kept.price * kept.count, 0);
  const cut = sum >= OFF.from ? OFF.cut : 0;
  return { count, sum, cut, pay: sum - cut, short: Math.max(0, OFF.from - sum) };
}

export function sorted(lines, order) {
  return order === "price" ? [...lines].sort((a, b) => b.price - a.price) : lines;
}
