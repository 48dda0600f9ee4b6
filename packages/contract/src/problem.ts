import type { RefusalCode } from '@shixun/domain/shared/refusal'
import * as z from 'zod'
import { DELIVERY_PROBLEMS } from './delivery-problems.ts'
import { REVIEW_PROBLEMS } from './review-problems.ts'

/** One row of the problem list: HTTP status, a Chinese title, and what to do about it. `{name}` is filled from the refusal's facts. */
export type ProblemRow = { status: number; title: string; remedy: string }

/** RFC 9457 problem type of a refusal: stable for ever. */
export function problemType(code: RefusalCode): string {
  return `urn:shixun:problem:${code}`
}

export const PROBLEMS: Record<RefusalCode, ProblemRow> = {
  'invalid-input': { status: 422, title: '填写的内容有误', remedy: '请按各项的提示修改后重新提交。' },
  'malformed-body': { status: 400, title: '请求内容无法识别', remedy: '请求体必须是 UTF-8 编码的合法 JSON。' },
  'body-too-large': { status: 413, title: '内容超过大小上限', remedy: '单次请求不超过 {limit}，请拆分或压缩后重试。' },
  'unsupported-media-type': {
    status: 415,
    title: '不支持的文件或内容类型',
    remedy: '接口请求请用 {expected}；附件可上传 PDF、Office 文档和图片，且内容须与扩展名一致。',
  },
  'not-signed-in': { status: 401, title: '尚未登录或登录已过期', remedy: '请重新登录。草稿已自动保存。' },
  'wrong-credentials': {
    status: 401,
    title: '用户名或密码不正确',
    remedy: '请核对后重试；连续失败会暂时锁定。忘记密码请联系本单位管理员重发激活码。',
  },
  'cross-site': { status: 403, title: '请求来自其他网站，已拦截', remedy: '请从本系统的页面操作。' },
  forbidden: { status: 403, title: '当前角色不能做这件事', remedy: '如果您有其他角色，请在页面上方切换后重试。' },
  'not-found': { status: 404, title: '没有找到', remedy: '请核对地址；也可能已被移除，或不在您可以查看的范围内。' },
  'method-not-allowed': { status: 405, title: '该地址不支持这种操作', remedy: '请查阅 /api/docs 中该地址支持的方法。' },
  'version-required': {
    status: 428,
    title: '缺少版本号',
    remedy: '请先读取最新内容，把 ETag 放入 If-Match 请求头再保存。',
  },
  'version-stale': {
    status: 412,
    title: '内容已被他人修改',
    remedy: '请刷新查看最新内容，合并后再保存；您的输入没有被保存，也没有覆盖他人的修改。',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'Idempotency-Key 已用于另一个请求',
    remedy: '请为新的请求换一个 Idempotency-Key。',
  },
  'state-refuses': {
    status: 409,
    title: '当前状态不允许这样操作',
    remedy: '现在的状态是“{state}”。请刷新后查看可用的操作。',
  },
  'window-not-open': {
    status: 409,
    title: '不在申报时间内',
    remedy: '申报时间为 {opensAt} 至 {closesAt}（北京时间）。确需补报，请联系 {office} 申请延期。',
  },
  'quota-used-up': {
    status: 409,
    title: '本单位申报名额已用完',
    remedy: '每个单位最多申报 {quota} 项，请先撤回一项再提交。',
  },
  'not-eligible': {
    status: 409,
    title: '不符合申报条件',
    remedy: '{reason}如有疑问，请联系 {office}。',
  },
  'file-type-refused': {
    status: 415,
    title: '文件内容与扩展名不符，或类型不允许',
    remedy: '{reason}可上传 PDF、Word、Excel、PPT、WPS 文档和 JPG、PNG 图片，请另存为正确的格式后重新上传。',
  },
  'upload-incomplete': {
    status: 409,
    title: '文件还没有传完',
    remedy: '还缺 {missing} 个分段，请重新选择同一个文件继续上传，已传的部分不会重传。',
  },
  'amendment-open': {
    status: 409,
    title: '已有一项变更在等待决定',
    remedy: '请先同意、不同意或撤回正在等待的任务书变更，再继续。',
  },
  'too-many-rows': {
    status: 422,
    title: '行数超过一次可以处理的上限',
    remedy: '一次最多 {limit} 行。请用筛选条件缩小范围，或分几次进行。',
  },
  'workbook-refused': {
    status: 422,
    title: '无法读取这个表格文件',
    remedy: '{reason}请用模板重新填写，或另存为 .xlsx 后重试。',
  },
  'notice-still-standing': {
    status: 409,
    title: '公示尚未期满',
    remedy: '公示期满（{endsOn}）且没有未答复的异议后才能生效。',
  },
  'objection-open': { status: 409, title: '还有未答复的异议', remedy: '请先答复全部异议，再结束公示。' },
  'calendar-year-missing': {
    status: 409,
    title: '缺少 {year} 年的工作日历',
    remedy: '请到“系统设置—工作日历”粘贴国务院办公厅公布的 {year} 年节假日安排通知，保存后重试；也可以缩短公示天数。',
  },
  'already-exists': { status: 409, title: '已经存在', remedy: '“{what}”已经登记过，请勿重复新建。' },
  'bureau-taken': {
    status: 409,
    title: '该教育局已经开通',
    remedy: '一个教育局只能开通一次。请联系贵局已开通的系统管理员，或联系平台核实。',
  },
  'pool-empty': {
    status: 503,
    title: '暂时没有可分配的数据库',
    remedy: '您的申请已登记（{request}），扩容后即可开通，请稍后用同样的信息重试。',
  },
  busy: { status: 503, title: '登录的人太多', remedy: '请过几秒再试。' },
  'too-many-requests': { status: 429, title: '操作过于频繁', remedy: '请在 {seconds} 秒后重试。' },
  'activation-code-invalid': {
    status: 422,
    title: '激活码或邀请码不正确、已使用或已过期',
    remedy: '请核对纸条上的激活码或邀请码；如已使用或过期，请联系发码的管理员重发。',
  },
  'password-refused': {
    status: 422,
    title: '密码不符合要求',
    remedy: '请使用 8 至 128 个字符，不要用常见密码、用户名或单位名称。',
  },
  'posts-separate': {
    status: 409,
    title: '三权分立：岗位不能兼任',
    remedy: '系统管理、业务、审计三类岗位不能授予同一账号，请使用另一个账号。',
  },
  'not-accredited': { status: 409, title: '承训单位没有相应资质', remedy: '请核对承训单位资质的有效期和级别。' },
  'grade-too-low': { status: 409, title: '评估等次不够', remedy: '评估为良好以上的项目才能推荐，当前为“{band}”。' },
  'clock-backwards': { status: 422, title: '时钟只能向前拨', remedy: '请填写晚于 {now} 的时间。' },
  'feed-epoch-changed': {
    status: 410,
    title: '数据已恢复到较早的备份，原游标失效',
    remedy: '请从头重新读取。新的纪元是 {epoch}。',
  },
  'token-refused': {
    status: 401,
    title: '访问令牌无效',
    remedy: '请用已登记的密钥重新领取访问令牌：aud 为发行者地址，有效期不超过 60 秒，jti 不重复。',
  },
  unavailable: {
    status: 503,
    title: '服务暂时不可用',
    remedy: '没有任何内容被保存。请稍后重试；同一个 Idempotency-Key 重试不会重复。',
  },
  ...DELIVERY_PROBLEMS,
  ...REVIEW_PROBLEMS,
}

/** The body of every refusal. `errors` point into the input with RFC 6901 pointers. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  requestId: z.string(),
  errors: z
    .array(
      z.strictObject({
        pointer: z.string(),
        problem: z.string(),
        detail: z.string(),
        limit: z.union([z.string(), z.number()]).optional(),
      }),
    )
    .optional(),
})
