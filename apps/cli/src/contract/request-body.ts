import type { SheetPlace } from '@engsales/sheets';

/** Body of POST /api/v1/contracts/import-contract in the making; the service checks it whole. */
export class RequestBody {
  readonly body: Record<string, unknown> = {
    triggered: [],
    receipts: [],
    produced: [],
    shipped: [],
    delivered: [],
    installed: [],
    accepted: [],
  };
  private readonly places = new Map<string, SheetPlace>();

  /** A value, and the cell it comes from; objects and lists on the way are made. */
  set(pointer: string, value: unknown, place: SheetPlace): void {
    const path = pointer.split('/').slice(1);
    const last = path.pop() ?? '';
    let target = this.body;
    path.forEach((name, index) => {
      const isList = /^\d+$/.test(path[index + 1] ?? last);
      target = (target[name] ??= isList ? [] : {}) as Record<string, unknown>;
    });
    target[last] = value;
    this.places.set(pointer, place);
  }

  /** Where what the pointer means stands, before there is a value. */
  mark(pointer: string, place: SheetPlace): void {
    this.places.set(pointer, place);
  }

  /** The cell of a JSON pointer, else the row of what contains it. */
  placeOf(pointer: string): SheetPlace | undefined {
    for (let rest = pointer; rest; rest = rest.slice(0, rest.lastIndexOf('/'))) {
      const place = this.places.get(rest);
      if (place) return place;
    }
    return this.places.get('');
  }
}
