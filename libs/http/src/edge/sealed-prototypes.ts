/**
 * Nothing that comes in can take away from, or add to, what all objects inherit: an accident of that kind fails where it
 * happens and breaks nothing else. They stay writable, since a frozen `toString` could not be overridden by any object.
 */
export function sealPrototypes(): void {
  for (const made of [Object, Array, Function, String, Number, Boolean, RegExp, Promise, Map, Set]) {
    Object.seal(made.prototype);
  }
}
