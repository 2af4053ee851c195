/** What is made of things that stay the same objects while one writes. */

/**
 * The same pure function, which remembers what it last made of a thing as long as all that it was given beside is the same, too.
 * @param make of a thing and of what stands beside it, all of them objects that nobody changes
 */
export function rememberLast<Thing extends object, Beside extends readonly unknown[], Value>(
  make: (thing: Thing, ...beside: Beside) => Value,
): (thing: Thing, ...beside: Beside) => Value {
  const known = new WeakMap<Thing, { beside: Beside; value: Value }>();
  return (thing, ...beside) => {
    const last = known.get(thing);
    if (last?.beside.every((one, at) => one === beside[at])) return last.value;
    const value = make(thing, ...beside);
    known.set(thing, { beside, value });
    return value;
  };
}
