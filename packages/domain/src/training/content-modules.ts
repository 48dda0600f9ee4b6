/**
 * The seven content modules of teacher training outside degree studies, which a tenant may change.
 * Source: the training plan of a district for 2016–2020 (三、5).
 */
export const MODULES: readonly string[] = [
  '师德修养',
  '教育基本理论素养',
  '学科教学专业知识与专业能力',
  '教育技术能力',
  '实验技能和创新教育能力',
  '健康教育与班级管理能力',
  '地方课程与校本研修',
]
