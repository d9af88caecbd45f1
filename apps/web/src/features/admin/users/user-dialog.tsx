import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { userTypes, type ManagedUser, type UserType } from '@virtualcafe/contracts';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../../components/feedback/toast-store.js';
import { FormError } from '../../../components/field/form-error.js';
import { ConfirmDialog } from '../../../components/overlay/confirm-dialog.js';
import { ApiError } from '../../../lib/api/api-error.js';
import { api, dataOf } from '../../../lib/api/client.js';
import { useErrorText } from '../../../lib/api/use-error-text.js';
import { userKeys, userQuery } from '../../../lib/queries/users.js';
import { useSession } from '../../../lib/session/use-session.js';
import styles from './user-dialog.module.css';

export type UserDialogPurpose = 'type' | 'disable' | 'enable';

type Change = { userType: UserType } | { isDisabled: boolean };

type UserDialogProps = { purpose: UserDialogPurpose; user: ManagedUser; onClose: () => void };

/** Changes what a member is, or locks them out or in, on top of what they are now and not of what the list showed. */
export function UserDialog({ purpose, user: listed, onClose }: UserDialogProps) {
  const { t } = useTranslation(['admin', 'people']);
  const { account } = useSession();
  const { data: fresh } = useQuery({ ...userQuery(listed.id), staleTime: 0 });
  const user = fresh?.data ?? listed;
  const name = user.nickname;
  const [chosenType, setChosenType] = useState<UserType | null>(null);
  const userType = chosenType ?? user.userType;

  const doneText = {
    type: t('users.typeChanged', { name, type: t(`people:types.${userType}`) }),
    disable: t('users.disabledDone', { name }),
    enable: t('users.enabledDone', { name }),
  };
  const { update, isBusy, errorText } = useUpdate(listed.id, () => {
    toast.success(doneText[purpose]);
    onClose();
  });
  const titles = {
    type: t('users.typeTitle', { name }),
    disable: t('users.disableTitle', { name }),
    enable: t('users.enableTitle', { name }),
  };
  const confirmLabels = { type: t('users.typeSubmit'), disable: t('users.disable'), enable: t('users.enable') };

  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={titles[purpose]}
      confirmLabel={confirmLabels[purpose]}
      isDangerous={purpose === 'disable'}
      isBusy={isBusy || fresh === undefined}
      onConfirm={() => update(purpose === 'type' ? { userType } : { isDisabled: purpose === 'disable' }, fresh?.etag)}
    >
      <div className={styles['content']}>
        <FormError text={errorText} />
        {account?.id === user.id && <p className={styles['self']}>{t('users.self')}</p>}
        {purpose === 'type' ? (
          <TypeChoice value={userType} onValue={setChosenType} />
        ) : (
          <p>{t(purpose === 'disable' ? 'users.disableText' : 'users.enableText')}</p>
        )}
      </div>
    </ConfirmDialog>
  );
}

function useUpdate(id: string, onDone: () => void) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const words = useErrorText();
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ body, etag }: { body: Change; etag: string }) =>
      dataOf(api.PATCH('/api/v1/users/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body })),
    onSuccess: onDone,
    // Also after a refusal: somebody else may have changed this user, or the whole list.
    onSettled: () => client.invalidateQueries({ queryKey: userKeys }),
  });
  const isStale = error instanceof ApiError && error.is('resource.stale');
  return {
    update: (body: Change, etag: string | null | undefined): void => mutate({ body, etag: etag ?? '' }),
    isBusy: isPending,
    errorText: error === null ? null : isStale ? t('users.stale') : words(error),
  };
}

function TypeChoice({ value, onValue }: { value: UserType; onValue: (type: UserType) => void }) {
  const { t } = useTranslation(['admin', 'people']);
  const group = useId();
  return (
    <fieldset className={styles['types']}>
      <legend className="visually-hidden">{t('users.type')}</legend>
      {userTypes.map((type) => (
        <label key={type} className={styles['type']}>
          <input type="radio" name={group} checked={type === value} onChange={() => onValue(type)} />
          <strong>{t(`people:types.${type}`)}</strong>
          <span className={styles['hint']}>{t(`users.typeHints.${type}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
