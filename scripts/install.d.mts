export function isInstalled(root?: string): boolean
export function plainReason(output: string): string
