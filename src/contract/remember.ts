/**
 * A pure function of a text that remembers its answers: texts are large, but their words are few.
 * @param most so many answers are remembered at least, and twice as many at most: those that were asked for last
 */
export function remember<Value>(answer: (text: string) => Value, most = Infinity): (text: string) => Value {
  let known = new Map<string, Value>();
  let before = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = before.get(text) ?? answer(text);
    if (known.size >= most) [before, known] = [known, new Map()];
    known.set(text, value);
    return value;
  };
}
