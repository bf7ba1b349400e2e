/* No text is cut and no two overlap, whatever the optimizer, and with runs side by side. */
#include "ui/texts.h"

static void texts_have_room_for_every_optimizer(void **state)
{
    (void)state;
    for (int i = 0; i < dh_optimizer_count(); i++) {
        char options[128];
        snprintf(options, sizeof options,
                 "--at 12 --optimizer %s --batch 7 --weight-decay 0.01 --lr 0.123,30:0.01,31:2e-5",
                 dh_optimizer_at(i)->name);
        check_everywhere(options);
    }
    check_everywhere("--at 12 --optimizer adam --show gradient,batch-loss,from-here");
    check_everywhere("--at 12 --optimizer qhm");
    check_everywhere("--at 12 --optimizer qhm --beta 0.99999 --nu 0.999 --weight-decay 1e-7");
    check_everywhere("--at 12 --optimizer qhadam --nu1 0.123456 --nu2 0.654321 --eps 1.23456e-11 "
                     "--weight-decay 0.1 --show gradient");
}

static void texts_have_room_beside_other_runs(void **state)
{
    (void)state;
    check_everywhere("--at 12 --vs optimizer=adam");
    check_everywhere("--at 12 --vs optimizer=adam --vs 'lr=0.3 name=A name of some length, M'");
    check_everywhere("--at 99 --batch 10 --vs lr=1.4 --vs 'optimizer=adam lr=1e-7 batch=0' --vs "
                     "'optimizer=rmsprop alpha=0.123456789' --vs lr=0.5,10:0.1,20:0.01 --vs "
                     "'optimizer=nesterov momentum=0.12345' --vs lr=1e9 --vs 'lr=0.2 hidden'");
    check_everywhere("--at 12 --show loss --vs optimizer=adam --vs optimizer=adagrad");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_have_room_for_every_optimizer),
        cmocka_unit_test(texts_have_room_beside_other_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
