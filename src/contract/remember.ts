/** A pure function of a text that remembers its answers: texts are large, but their words are few. */
export function remember<Value>(answer: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = answer(text);
    known.set(text, value);
    return value;
  };
}
