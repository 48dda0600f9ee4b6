/** Names compare without blanks and middle dots, in one width and one case: '张 三' is '张三'. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\ufeff·•‧・∙⋅]/g, '')
    .toLowerCase()
}
