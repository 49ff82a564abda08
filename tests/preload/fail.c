/*
 * Preloaded into a program, makes a call that changes something under one folder fail as a bad or full disk does.
 *
 * The kernel itself hands such calls over (a seccomp filter that traps), so those that go past libc are seen too.
 * Each is counted from 1 and told, a line each, in the file HOUVAST_FAIL_TOLD: `number kind name`.
 *
 *   HOUVAST_FAIL_FOLDER   absolute, without symbolic links
 *   HOUVAST_FAIL_MODE     once: call HOUVAST_FAIL_AT fails; from: it and all after it do; short: that write takes half;
 *                         room: the folder holds HOUVAST_FAIL_AT bytes and no more; anything else: nothing fails
 *   HOUVAST_FAIL_ERROR    ENOSPC or EIO. A disk that stays full still syncs, shortens and removes.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <ucontext.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCH AUDIT_ARCH_X86_64
#define ARG(c, n) ((c)->uc_mcontext.gregs[(const int[]){REG_RDI, REG_RSI, REG_RDX, REG_R10, REG_R8}[n]])
#define RESULT(c) ((c)->uc_mcontext.gregs[REG_RAX])
#elif defined(__aarch64__)
#define ARCH AUDIT_ARCH_AARCH64
#define ARG(c, n) ((c)->uc_mcontext.regs[n])
#define RESULT(c) ((c)->uc_mcontext.regs[0])
#else
#error "this machine's registers are not known here"
#endif

/* In the sixth argument, which none of these calls has: it comes from here and is let through. */
#define OURS_LOW 0x686f7576u
#define OURS_HIGH 0x61737421u
#define OURS (((unsigned long)OURS_HIGH << 32) | OURS_LOW)

enum kind { WRITE, SYNC, TRUNCATE, RENAME, REMOVE, CREATE, OTHER };
static const char *const NAMES[] = {"write", "sync", "truncate", "rename", "remove", "create"};

static const struct { int number; enum kind kind; } CALLS[] = {
    {SYS_write, WRITE}, {SYS_pwrite64, WRITE}, {SYS_writev, WRITE}, {SYS_pwritev, WRITE}, {SYS_sendfile, WRITE},
    {SYS_fsync, SYNC}, {SYS_fdatasync, SYNC}, {SYS_sync_file_range, SYNC},
    {SYS_ftruncate, TRUNCATE}, {SYS_truncate, TRUNCATE}, {SYS_fallocate, TRUNCATE},
    {SYS_renameat, RENAME}, {SYS_renameat2, RENAME}, {SYS_linkat, RENAME},
    {SYS_unlinkat, REMOVE}, {SYS_openat, CREATE}, {SYS_mkdirat, CREATE},
    /* Has six arguments; every caller knows what to do without it. */
    {SYS_copy_file_range, OTHER},
#ifdef SYS_open
    {SYS_open, CREATE}, {SYS_creat, CREATE}, {SYS_mkdir, CREATE}, {SYS_rename, RENAME}, {SYS_link, RENAME},
    {SYS_unlink, REMOVE}, {SYS_rmdir, REMOVE},
#endif
};
#define COUNT (sizeof CALLS / sizeof *CALLS)

static char folder[4096], mode[16];
static size_t folder_length;
static long at, calls;
static int error, told = -1;

static long pass(long number, const long *a) {
    long done = syscall(number, a[0], a[1], a[2], a[3], a[4], OURS);
    return done < 0 ? -errno : done;
}

static int under(const char *path) {
    return !strncmp(path, folder, folder_length) && (path[folder_length] == '/' || !path[folder_length]);
}

static int of_descriptor(int fd, char *path, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, size - 1);
    path[length < 0 ? 0 : length] = 0;
    return under(path);
}

static int of_name(int fd, const char *name, char *path, size_t size) {
    if (name[0] == '/' || fd == AT_FDCWD) {
        snprintf(path, size, "%s", name);
        return under(path);
    }
    of_descriptor(fd, path, size);
    size_t length = strlen(path);
    snprintf(path + length, size - length, "/%s", name);
    return under(path);
}

/* Is this call about the folder? Then what it is about stands in path. */
static int concerns(int number, enum kind kind, const long *a, char *path, size_t size) {
    switch (number) {
    case SYS_openat:
        return (a[2] & O_CREAT) && of_name(a[0], (const char *)a[1], path, size);
    case SYS_renameat: case SYS_renameat2: case SYS_linkat:
        return of_name(a[2], (const char *)a[3], path, size);
    case SYS_unlinkat: case SYS_mkdirat:
        return of_name(a[0], (const char *)a[1], path, size);
    case SYS_truncate:
        return of_name(AT_FDCWD, (const char *)a[0], path, size);
#ifdef SYS_open
    case SYS_open:
        return (a[1] & O_CREAT) && of_name(AT_FDCWD, (const char *)a[0], path, size);
    case SYS_rename: case SYS_link:
        return of_name(AT_FDCWD, (const char *)a[1], path, size);
    case SYS_creat: case SYS_mkdir: case SYS_unlink: case SYS_rmdir:
        return of_name(AT_FDCWD, (const char *)a[0], path, size);
#endif
    default:
        return kind != OTHER && of_descriptor(a[0], path, size);
    }
}

/* Bytes of all files in the folder. */
static long used(void) {
    long sum = 0;
    DIR *list = opendir(folder);
    struct dirent *entry;
    struct stat about;
    while (list && (entry = readdir(list)))
        if (!fstatat(dirfd(list), entry->d_name, &about, AT_SYMLINK_NOFOLLOW) && S_ISREG(about.st_mode))
            sum += about.st_size;
    if (list)
        closedir(list);
    return sum;
}

/* A write where there may be no room: as much of it as fits. */
static long in_room(int number, long *a) {
    struct stat about;
    if ((number != SYS_write && number != SYS_pwrite64) || fstat(a[0], &about))
        return pass(number, a);
    long begin = number == SYS_write ? lseek(a[0], 0, SEEK_CUR) : a[3];
    long growth = begin + a[2] - about.st_size, room = at - used();
    if (growth > 0 && growth > room) {
        a[2] -= growth - (room > 0 ? room : 0);
        if (a[2] <= 0)
            return -ENOSPC;
    }
    return pass(number, a);
}

static long decide(int number, enum kind kind, long *a) {
    char path[4096], line[4200];
    if (kind == OTHER)
        return -ENOSYS;
    if (!concerns(number, kind, a, path, sizeof path))
        return pass(number, a);
    long now = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
    int length = snprintf(line, sizeof line, "%ld %s %s\n", now, NAMES[kind], path);
    pass(SYS_write, (long[]){told, (long)line, length, 0, 0});
    if (!strcmp(mode, "room"))
        return kind == WRITE ? in_room(number, a) : pass(number, a);
    if (!strcmp(mode, "once") && now == at)
        return -error;
    if (!strcmp(mode, "from") && now >= at) {
        int spared = error == ENOSPC && (kind == SYNC || kind == TRUNCATE || kind == REMOVE);
        return spared ? pass(number, a) : -error;
    }
    if (!strcmp(mode, "short") && now == at && (number == SYS_write || number == SYS_pwrite64) && a[2] > 1)
        a[2] /= 2;
    return pass(number, a);
}

static void trapped(int signal, siginfo_t *info, void *context) {
    ucontext_t *c = context;
    int before = errno;
    long a[5];
    (void)signal;
    for (int n = 0; n < 5; n++)
        a[n] = (long)ARG(c, n);
    for (size_t n = 0; n < COUNT; n++)
        if (CALLS[n].number == info->si_syscall) {
            RESULT(c) = decide(info->si_syscall, CALLS[n].kind, a);
            break;
        }
    errno = before;
}

static void refuse(const char *why) {
    fprintf(stderr, "fail.c: %s: %s\n", why, strerror(errno));
    _exit(99);
}

static void filter_calls(void) {
    struct sock_filter code[COUNT + 16];
    size_t n = 0;
#define LOAD(field) \
    (struct sock_filter) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (unsigned)offsetof(struct seccomp_data, field))
#define EQUAL(value, yes, no) (struct sock_filter) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (yes), (no))
#define ANSWER(what) (struct sock_filter) BPF_STMT(BPF_RET | BPF_K, (what))
    code[n++] = LOAD(arch);
    code[n++] = EQUAL(ARCH, 1, 0);
    code[n++] = ANSWER(SECCOMP_RET_ALLOW);
    code[n++] = LOAD(nr);
    for (size_t i = 0; i < COUNT; i++)
        code[n++] = EQUAL(CALLS[i].number, COUNT - i, 0);
    code[n++] = ANSWER(SECCOMP_RET_ALLOW);
    /* Little end first, as both machines are. */
    code[n++] = LOAD(args[5]);
    code[n++] = EQUAL(OURS_LOW, 0, 3);
    code[n] = LOAD(args[5]);
    code[n++].k += 4;
    code[n++] = EQUAL(OURS_HIGH, 0, 1);
    code[n++] = ANSWER(SECCOMP_RET_ALLOW);
    code[n++] = ANSWER(SECCOMP_RET_TRAP);
    struct sock_fprog program = {.len = n, .filter = code};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program))
        refuse("the filter was not taken");
}

__attribute__((constructor)) static void begin(void) {
    const char *wanted = getenv("HOUVAST_FAIL_FOLDER"), *how = getenv("HOUVAST_FAIL_MODE"),
               *number = getenv("HOUVAST_FAIL_AT"), *file = getenv("HOUVAST_FAIL_TOLD"),
               *name = getenv("HOUVAST_FAIL_ERROR");
    if (!wanted || !file)
        return;
    snprintf(folder, sizeof folder, "%s", wanted);
    folder_length = strlen(folder);
    snprintf(mode, sizeof mode, "%s", how ? how : "");
    at = number ? atol(number) : 0;
    error = name && !strcmp(name, "EIO") ? EIO : ENOSPC;
    told = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
    if (told < 0)
        refuse(file);
    struct sigaction act = {.sa_sigaction = trapped, .sa_flags = SA_SIGINFO | SA_RESTART | SA_NODEFER};
    if (sigaction(SIGSYS, &act, NULL))
        refuse("no handler");
    filter_calls();
}
