const MADE: readonly { readonly prototype: object }[] = [
  Object,
  Array,
  Function,
  String,
  Number,
  Boolean,
  RegExp,
  Promise,
  Map,
  Set,
];

/**
 * Nothing that comes in can take away from what all objects inherit, or add to it: an accident of that kind fails where it
 * happens and breaks nothing else. Members stay writable, since a frozen `toString` could not be overridden by any object;
 * libraries may still add to lists and maps.
 */
export function sealPrototypes(): void {
  Object.preventExtensions(Object.prototype);
  for (const { prototype } of MADE) {
    for (const name of Reflect.ownKeys(prototype)) {
      Reflect.defineProperty(prototype, name, { configurable: false });
    }
  }
}
