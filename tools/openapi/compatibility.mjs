// What a client that was generated from the published document would not survive.

/** Sentences, one for each broken promise; none where every client goes on working. */
export function brokenPromises(published, current) {
  const before = operationsOf(published);
  const after = operationsOf(current);
  return [...before].flatMap(([name, operation]) => {
    const now = after.get(name);
    if (!now) return [`${name} was published and is gone.`];
    return [
      ...askedMore(name, operation, now, published, current),
      ...answeredLess(name, operation, now, published, current),
    ];
  });
}

function operationsOf(document) {
  const found = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation]),
  );
  return new Map(found);
}

/** A request that was complete must stay complete, and what it could say it may still say. */
function askedMore(name, before, after, published, current) {
  const problems = [];
  const parameter = (operation, one) =>
    operation.parameters.find((other) => other.name === one.name && other.in === one.in);
  for (const one of before.parameters)
    if (!parameter(after, one)) problems.push(`${name}: the parameter ${one.name} is gone.`);
  for (const one of after.parameters) {
    if (one.required && !parameter(before, one)?.required)
      problems.push(`${name}: the parameter ${one.name} is required.`);
  }
  const asked = (operation) => operation.requestBody?.content['application/json']?.schema;
  compare(asked(before), asked(after), published, current, '', (pointer, was, is) => {
    for (const field of Object.keys(was.properties ?? {})) {
      if (!is.properties?.[field]) problems.push(`${name}: the request no longer knows ${pointer}/${field}.`);
    }
    for (const field of is.required ?? []) {
      if (!was.required?.includes(field)) problems.push(`${name}: the request must say ${pointer}/${field}.`);
    }
    for (const word of was.enum ?? [])
      if (is.enum && !is.enum.includes(word)) problems.push(`${name}: ${pointer} may no longer be ${word}.`);
  });
  return problems;
}

/** What an answer said it still says. */
function answeredLess(name, before, after, published, current) {
  const problems = [];
  const answer = (operation) =>
    (operation.responses['200'] ?? operation.responses['201'])?.content?.['application/json']?.schema;
  compare(answer(before), answer(after), published, current, '', (pointer, was, is) => {
    for (const field of Object.keys(was.properties ?? {})) {
      if (!is.properties?.[field]) problems.push(`${name}: the answer no longer has ${pointer}/${field}.`);
      else if (was.required?.includes(field) && !is.required?.includes(field))
        problems.push(`${name}: the answer may lack ${pointer}/${field}.`);
    }
  });
  return problems;
}

function compare(was, is, published, current, pointer, look, depth = 0) {
  const [old, now] = [resolved(was, published), resolved(is, current)];
  if (!old || !now || depth > 12) return;
  look(pointer, old, now);
  for (const [field, schema] of Object.entries(old.properties ?? {}))
    compare(schema, now.properties?.[field], published, current, `${pointer}/${field}`, look, depth + 1);
  if (old.items) compare(old.items, now.items, published, current, `${pointer}/*`, look, depth + 1);
}

const resolved = (schema, document) =>
  schema?.$ref ? document.components.schemas[schema.$ref.split('/').at(-1)] : schema;
