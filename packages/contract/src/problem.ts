import type { RefusalCode } from '@shixun/domain/shared/refusal'
import * as z from 'zod'

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
  'cohort-without-sessions': {
    status: 409,
    title: '班次还没有课次',
    remedy: '请先在课表中至少安排一次课，再开放推荐。',
  },
  'sessions-not-settled': {
    status: 409,
    title: '还有 {open} 次课没有结束或没有登记考勤',
    remedy: '请先在课表中把这些课次登记考勤，或注明取消，再结班。',
  },
  'cohort-full': {
    status: 409,
    title: '班次名额已满',
    remedy: '请列入候补，或先增加名额、等待有人退出。',
  },
  'waiting-list-full': {
    status: 409,
    title: '候补名额已满',
    remedy: '候补名额为 {waitingPlaces} 个。请先处理候补名单，或由主办方增加候补名额。',
  },
  'nomination-refused': {
    status: 409,
    title: '有 {n} 位教师不能推荐，整批都没有写入',
    remedy: '请按各人的说明去掉或更换，再推荐其余的教师。',
  },
  'training-repeated': {
    status: 409,
    title: '与已参加或正在参加的培训重复',
    remedy: '请查看列出的冲突；确有必要时由主办方写明理由后放行。',
  },
  'code-expired': {
    status: 409,
    title: '签到码已过期',
    remedy: '签到码每 {seconds} 秒更换一次，转发的截图和照片都会过期。请对准现场屏幕上正在显示的二维码重新扫一次。',
  },
  'code-used': {
    status: 409,
    title: '您已经签过到',
    remedy: '签到已于 {at} 记录，不需要再扫。',
  },
  'code-refused': {
    status: 409,
    title: '这个签到码不能用',
    remedy: '{why}',
  },
  'survey-closed': {
    status: 409,
    title: '问卷已截止',
    remedy: '截止时间是 {until}，之后不再接收答卷。',
  },
  'survey-token-used': {
    status: 409,
    title: '这个答题码已经用过',
    remedy: '每个答题码只能提交一次，提交后不能修改：答卷是匿名的，系统不知道哪一份是您的。',
  },
  'survey-token-taken': {
    status: 409,
    title: '您已经领过答题码',
    remedy:
      '每人只能领一个。答题码只存放在领取时用的那台手机或电脑的浏览器里，系统没有备份，请用那台设备继续作答；清除过浏览器数据的，无法补发。',
  },
  'survey-token-refused': {
    status: 422,
    title: '答题码无效',
    remedy: '请回到问卷页面重新打开；答题码只能由系统签发，且只能用于签发它的那份问卷。',
  },
  'survey-without-people': {
    status: 409,
    title: '可以发放的人太少',
    remedy: '现在能收到问卷的只有 {people} 人，至少要 {least} 人，才有可能显示结果。请先录取学员，再发放问卷。',
  },
  'follow-up-empty': {
    status: 409,
    title: '还没有填写应用情况',
    remedy: '请写明返岗后怎样应用所学（不少于 20 字），或至少上传一份证据，再提交。',
  },
  'too-few-answers': {
    status: 409,
    title: '答卷不足 {least} 份，暂不显示结果',
    remedy: '为了不让人猜出是谁填的，收到至少 {least} 份答卷后才显示结果。',
  },
  'policy-contradicts': {
    status: 409,
    title: '学分办法前后矛盾，不能发布',
    remedy: '{rules}',
  },
  'archive-refused': {
    status: 422,
    title: '个人档案不能导入',
    remedy: '{why}',
  },
  'import-not-last': {
    status: 409,
    title: '只能撤回最近一次导入',
    remedy: '这次导入之后又写入过别的导入。请先撤回较晚的一次，或在教师页面逐个更正。',
  },
  'transfer-open': {
    status: 409,
    title: '这位教师有未办结的区内调动',
    remedy: '请先在“调动”中接收、退回或撤回，再办理转出。',
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
  'photos-missing': {
    status: 409,
    title: '还有照片没有传完',
    remedy: '手机上有 {device} 张照片，已收到 {arrived} 张。请保持联网，等全部上传后再封存；照片仍在手机里，没有丢失。',
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
  'sheets-missing': {
    status: 409,
    title: '评分表尚未收齐',
    remedy: '应收 {total} 张，已交 {in} 张。请催交，或对不能评分的专家办理回避。',
  },
  'nothing-to-release': {
    status: 409,
    title: '没有可以反馈的意见',
    remedy: '专家没有填写意见，或全部标为不反馈。请至少保留一条意见再反馈。',
  },
  'appeal-late': {
    status: 409,
    title: '申诉期限已过',
    remedy: '对这个结果的申诉截止到 {until}（告知后 {days} 个工作日）。确有特殊情况请联系师训科。',
  },
  'evaluation-superseded': {
    status: 409,
    title: '这个结果已有新的结果取代',
    remedy: '请打开最新的评估结果查看，对最新的结果办理。',
  },
  'conflict-of-interest': {
    status: 409,
    title: '存在利益冲突，须回避',
    remedy: '原因：{detail}。{next}',
  },
  'document-withheld': {
    status: 409,
    title: '这份材料不能显示',
    remedy: '{reason}',
  },
  'experts-short': {
    status: 409,
    title: '可用的专家不足',
    remedy: '“{title}”排除有利益冲突的专家后只剩 {available} 位，需要 {needed} 位。请增加专家后重试。',
  },
  'draw-changed': {
    status: 409,
    title: '预览之后情况有变，尚未组建',
    remedy: '待评审的申报或抽签次数与预览时不同，抽签的种子随之改变。请重新预览，核对后再组建。',
  },
  'panel-too-large': {
    status: 422,
    title: '一个评审组放不下这么多申报',
    remedy:
      '本批次待评审 {items} 项、需 {seats} 份评分表；一个评审组最多 {mostItems} 项、{mostSeats} 份。请分批完成形式审查，分几个评审组评审。',
  },
  'nobody-to-ask': {
    status: 409,
    title: '没有可以接替的专家',
    remedy: '“{title}”没有可用的专家：{why}。请先在评审专家库增加专家，再来换人或补位。',
  },
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
