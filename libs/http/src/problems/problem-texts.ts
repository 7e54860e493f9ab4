/** code -> what people read. The code is the contract, the texts may change. */
export type ProblemTexts = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

export const COMMON_PROBLEMS: ProblemTexts = {
  VALIDATION_FAILED: { zh: '请求内容不符合要求', en: 'The request is not valid' },
  MALFORMED_JSON: { zh: '请求内容不是规范的 JSON', en: 'The body is not a JSON text that can be read safely' },
  INVALID_TEXT: { zh: '文本含有无法保存的字符', en: 'The text has characters that cannot be stored' },
  NOT_AUTHENTICATED: { zh: '请先登录（缺少有效令牌）', en: 'A valid token is needed' },
  ROLE_NOT_ALLOWED: { zh: '您的角色无权执行此操作', en: 'Your role may not do this' },
  NOT_FOUND: { zh: '没有找到', en: 'Not found' },
  INVALID_TRANSITION: { zh: '当前状态下不能执行此操作', en: 'Not possible in the present state' },
  PERSON_UNKNOWN: {
    zh: '个人信息库中没有所引用的个人，或其信息已删除',
    en: 'The vault does not know the person, or has erased the values',
  },
  DATE_BEFORE_TODAY: { zh: '日期早于今天', en: 'The date lies before today' },
  DATE_IN_FUTURE: { zh: '日期晚于今天', en: 'The date lies after today' },
  AMOUNT_TOO_LARGE: { zh: '金额超出可表示的范围', en: 'An amount is too large to be exact' },
  VERSION_CONFLICT: { zh: '数据已被他人修改，请刷新后重试', en: 'Changed by somebody else; reload and try again' },
  IDEMPOTENCY_KEY_REUSED: {
    zh: '同一幂等键对应了不同的请求',
    en: 'The Idempotency-Key came with another request before',
  },
  METHOD_NOT_ALLOWED: { zh: '此地址不支持该方法', en: 'The path does not know the method' },
  REQUEST_TIMEOUT: { zh: '请求内容未在规定时间内送达', en: 'The body did not arrive in time' },
  PAYLOAD_TOO_LARGE: { zh: '请求内容超过此接口的上限', en: 'The request is larger than the route takes' },
  UNSUPPORTED_MEDIA_TYPE: { zh: '请求内容须为 application/json', en: 'The body must be application/json' },
  TOO_MANY_REQUESTS: { zh: '请求过于频繁，请稍后再试', en: 'Too many requests; try again later' },
  READ_MODEL_BEHIND: {
    zh: '数据尚未更新到所要求的位置，请稍后再试',
    en: 'The view has not reached that position yet; try again',
  },
  POSITION_OF_OTHER_SERVICE: { zh: '该位置属于另一个服务', en: 'The position belongs to another service' },
  SERVICE_UNAVAILABLE: { zh: '服务暂时不可用，请稍后再试', en: 'Temporarily unavailable; try again' },
  INTERNAL_ERROR: { zh: '服务内部错误，已记录', en: 'An internal error; it has been recorded' },
};

const TITLES = new Map(
  Object.entries({
    400: 'Bad Request',
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    405: 'Method Not Allowed',
    408: 'Request Timeout',
    409: 'Conflict',
    412: 'Precondition Failed',
    413: 'Content Too Large',
    415: 'Unsupported Media Type',
    422: 'Unprocessable Content',
    429: 'Too Many Requests',
    500: 'Internal Server Error',
    503: 'Service Unavailable',
  }),
);

/** The stable title of RFC 9457: the same for every occurrence. */
export const titleOf = (status: number): string => TITLES.get(String(status)) ?? 'Error';

/** The words of a code. */
export const textsOf = (code: string, texts: ProblemTexts): ProblemTexts[string] | undefined =>
  Object.entries(texts).find(([known]) => known === code)?.[1];

/** HTTP status of a refusal: 409 where the state is another than the caller thinks, 422 unless the code says otherwise. */
export function statusOf(code: string): number {
  if (code.startsWith('DUPLICATE_') || code.endsWith('_ENDED') || code === 'INVALID_TRANSITION') return 409;
  return STATUS.get(code) ?? 422;
}

const STATUS = new Map(
  Object.entries({
    VALIDATION_FAILED: 400,
    MALFORMED_JSON: 400,
    INVALID_TEXT: 400,
    POSITION_OF_OTHER_SERVICE: 400,
    NOT_AUTHENTICATED: 401,
    ROLE_NOT_ALLOWED: 403,
    NOT_FOUND: 404,
    METHOD_NOT_ALLOWED: 405,
    REQUEST_TIMEOUT: 408,
    PAYLOAD_TOO_LARGE: 413,
    UNSUPPORTED_MEDIA_TYPE: 415,
    TOO_MANY_REQUESTS: 429,
    INTERNAL_ERROR: 500,
    READ_MODEL_BEHIND: 503,
    SERVICE_UNAVAILABLE: 503,
  }),
);
