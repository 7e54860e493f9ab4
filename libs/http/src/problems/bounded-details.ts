/** Signs of details that an answer may hold: a refusal that cost little to send shall cost little to tell. */
const MOST_SIGNS = 32_000;
/** Elements of each list that are told when all of them would be too many. */
const SHOWN = 20;

/** Details as they are, or with their long lists and texts cut where they are too long. */
export function withinBounds(details: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (JSON.stringify(details).length <= MOST_SIGNS) return details;
  const cut = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, shortened(value)]));
  return JSON.stringify(cut).length <= MOST_SIGNS ? { ...cut, cut: true } : { cut: true };
}

function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, 500);
  return Array.isArray(value) ? value.slice(0, SHOWN) : value;
}
