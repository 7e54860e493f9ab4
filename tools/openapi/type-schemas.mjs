// JSON Schema of a TypeScript type. Own code, since the libraries of this kind give inferred answers no names (decision 19).
import ts from 'typescript';

/** Converts types of one program; what has a name of ours is gathered under it in `schemas`. */
export function typeSchemas(checker) {
  const schemas = {};
  const names = new Map();

  function schemaOf(type, property = '') {
    if (type.isUnion()) return unionOf(type, property);
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (type.isStringLiteral() || type.isNumberLiteral()) return { type: typeof type.value, enum: [type.value] };
    if (type.flags & ts.TypeFlags.BooleanLiteral)
      return { type: 'boolean', enum: [checker.typeToString(type) === 'true'] };
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (type.flags & ts.TypeFlags.NumberLike) return numberOf(property);
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.TemplateLiteral)) return { type: 'string' };
    return objectOf(type);
  }

  function unionOf(type, property) {
    if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined));
    const literals = parts.filter((part) => part.isStringLiteral());
    const booleans = parts.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral);
    const objects = parts.filter((part) => part.flags & ts.TypeFlags.Object && !checker.isArrayLikeType(part));
    const rest = parts.filter(
      (part) =>
        !literals.includes(part) && !(booleans.length === 2 && booleans.includes(part)) && !objects.includes(part),
    );
    return anyOf([
      ...(literals.length > 0 ? [{ type: 'string', enum: literals.map((part) => part.value).sort() }] : []),
      ...(booleans.length === 2 ? [{ type: 'boolean' }] : []),
      ...(objects.length === 1 ? [schemaOf(objects[0])] : []),
      ...(objects.length > 1 ? [mergedOf(objects)] : []),
      ...rest.map((part) => schemaOf(part, property)),
    ]);
  }

  /** Objects of several stages are one object to a reader: what not every stage has may be absent. */
  function mergedOf(types) {
    const properties = {};
    const shapes = types.map(shapeOf);
    for (const shape of shapes) {
      for (const [name, schema] of Object.entries(shape.properties)) {
        properties[name] = properties[name] ? anyOf([properties[name], schema]) : schema;
      }
    }
    const required = Object.keys(properties).filter((name) => shapes.every((shape) => shape.required.includes(name)));
    return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
  }

  function objectOf(type) {
    if (checker.isArrayLikeType(type)) {
      const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
      return { type: 'array', items: element ? schemaOf(element) : {} };
    }
    if (type.symbol?.name === 'Date') return { type: 'string', format: 'date-time' };
    const name = nameOf(type);
    if (!name) return inline(type);
    if (!names.has(type)) {
      const free = name in schemas ? [2, 3, 4, 5].map((n) => `${name}${n}`).find((given) => !(given in schemas)) : name;
      names.set(type, free);
      schemas[free] = {}; // a type may hold itself
      schemas[free] = inline(type);
    }
    return { $ref: `#/components/schemas/${names.get(type)}` };
  }

  function inline(type) {
    const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
    const { properties, required } = shapeOf(type);
    return {
      type: 'object',
      ...(Object.keys(properties).length > 0 || !index ? { properties } : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(index ? { additionalProperties: schemaOf(index) } : {}),
    };
  }

  function shapeOf(type) {
    const properties = {};
    const required = [];
    for (const symbol of checker.getPropertiesOfType(type)) {
      const held = checker.getTypeOfSymbol(symbol);
      if (held.flags & ts.TypeFlags.Undefined || held.getCallSignatures().length > 0) continue;
      const said = ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim();
      const schema = schemaOf(held, symbol.name);
      properties[symbol.name] = said && !schema.$ref ? { description: said, ...schema } : schema;
      if (!mayBeAbsent(symbol, held)) required.push(symbol.name);
    }
    return { properties, required };
  }

  /** A type is a component by its own name, not by that of a generic one. */
  function nameOf(type) {
    const symbol = type.aliasSymbol ?? type.symbol;
    if (!symbol || (type.aliasTypeArguments ?? checker.getTypeArguments?.(type) ?? []).length > 0) return undefined;
    const isOurs = symbol.declarations?.some((one) => !one.getSourceFile().isDeclarationFile);
    return isOurs && /^[A-Z]\w*$/.test(symbol.name) ? symbol.name : undefined;
  }

  return { schemas, schemaOf };
}

const mayBeAbsent = (symbol, type) =>
  (symbol.flags & ts.SymbolFlags.Optional) !== 0 ||
  (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0 ||
  (type.isUnion() && type.types.some((part) => part.flags & ts.TypeFlags.Undefined));

/** Amounts, shares and counts are whole numbers throughout. */
const numberOf = (property) => {
  if (/Fen$/.test(property)) return { type: 'integer', description: 'in fen' };
  if (/Bps$|^bps$/.test(property)) return { type: 'integer', description: 'in basis points' };
  return { type: 'number' };
};

function anyOf(schemas) {
  const different = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  if (different.length === 1) return different[0];
  const nullable = different.length === 2 && different.find((schema) => schema.type === 'null');
  const other = different.find((schema) => schema.type !== 'null');
  if (nullable && typeof other.type === 'string') {
    return { ...other, type: [other.type, 'null'], ...(other.enum ? { enum: [...other.enum, null] } : {}) };
  }
  return { anyOf: different };
}
