import type { ProblemRow } from './problem.ts'

/** What is refused in cohorts, surveys, credits and the teachers’ records. */
export const DELIVERY_PROBLEMS = {
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
  'guest-pass-refused': {
    status: 422,
    title: '凭据无效，或这份问卷没有发给您',
    remedy: '请在本局“我的培训—外局班次”中重新打开问卷；问卷只发给发放时已录取的学员。',
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
} as const satisfies Record<string, ProblemRow>
