"""What every door asks of a situation: views, actions, and who may."""
