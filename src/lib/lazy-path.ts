/**
 * One address of a route. What it shows and the key of that are made when they are asked for: a build asks for those of all
 * addresses, the development server for those of the page that is open.
 */
type Shown<Props> = { props: Props; cacheKey: string };

export function toLazyPath<Params, Props>(
  params: Params,
  show: () => Shown<Props>,
): { params: Params } & Shown<Props> {
  let shown: Shown<Props> | undefined;
  const get = (): Shown<Props> => (shown ??= show());
  return {
    params,
    get props() {
      return get().props;
    },
    get cacheKey() {
      return get().cacheKey;
    },
  };
}
