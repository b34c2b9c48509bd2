import pytest

from nghedan.kernel.registry import Registry


def test_registry_reads_like_a_mapping_in_order_of_registration():
    registry: Registry[int] = Registry("numbers")
    assert registry.register("two", 2) == 2
    registry.register("one", 1)
    assert list(registry) == ["two", "one"]
    assert dict(registry) == {"two": 2, "one": 1}
    assert registry.get("three") is None
    assert "one" in registry


def test_second_registration_of_a_key_is_refused_and_changes_nothing():
    registry: Registry[int] = Registry("numbers")
    registry.register("one", 1)
    with pytest.raises(ValueError, match="numbers: 'one' is registered twice"):
        registry.register("one", 11)
    assert registry["one"] == 1


def test_missing_key_names_the_registry():
    with pytest.raises(KeyError, match="numbers: nothing is registered as 'one'"):
        Registry("numbers")["one"]


def test_frozen_registry_can_only_be_read():
    registry: Registry[int] = Registry("numbers")
    registry.register("one", 1)
    registry.freeze()
    with pytest.raises(RuntimeError, match="'two' comes too late"):
        registry.register("two", 2)
    assert dict(registry) == {"one": 1}
