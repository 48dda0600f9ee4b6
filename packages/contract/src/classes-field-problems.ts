import { FIELD_PROBLEMS } from './field-problem.ts'

/** Words for what is wrong with classes and surveys: the delivery worker alone says them, and imports this file for them. */
Object.assign(FIELD_PROBLEMS, {
  not_a_time: '应为时间，如 9:00',
  stage_in_use: '课表中还有这个阶段的课次，请先把它们移到别的阶段',
  fixed_once_begun: '开班后不能再改',
  not_an_image: '照片应为 JPG 或 PNG 图片',
  in_the_future: '应在 1990 年以后，且不晚于今天',
  not_claimable: '这节课现在不能申报：可能已登记、已申报，或班次不在培训中',
  not_on_roster: '不在本班学员名单中，请核对姓名和学校',
  ambiguous_person: '有同名的人，请把学校填写完整',
  no_such_evidence: '没有这份材料，或已被别的登记引用，请重新上传',
  nominated_already: '已在本班次',
  guest_not_proposed: '不在待报送的名单中：可能已报送、已退出或还没有推荐',
  teacher_not_eligible: '不符合班次条件',
  school_quota_used: '本校推荐名额已用完',
  cohort_full: '班次名额和候补名额都已满',
  plea_required: '有教师的培训冲突须由主办方放行：请写明仍要推荐的理由，或去掉这些教师',
  nobody_of_name: '没有这个名字的在册教师',
  only_scales: '只有量表题可以计入满意度',
  segments_too_fine: '{limit}',
})
