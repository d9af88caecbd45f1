/** The list of notices and each of them: which are shown also changes at midnight in Korea. */
export const noticesTag = 'notices';
